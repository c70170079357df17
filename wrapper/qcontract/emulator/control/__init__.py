"""What test authors control: how jobs move, what goes wrong, whose keys count, and how often one may ask."""
