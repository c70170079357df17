"""What people look at and machines read: results and reports as text and JSON."""
