"""What is given: treatments as a text names them, put together to regimens, and what tells regimens apart."""
