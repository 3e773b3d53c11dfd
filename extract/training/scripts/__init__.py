"""Steps of the recipe that trains the shipped language model."""
