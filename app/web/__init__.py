"""The web application: pages for people, a SPARQL endpoint for programs."""
