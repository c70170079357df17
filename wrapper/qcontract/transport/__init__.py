"""The only room that imports httpx: drivers that perform effects, and guards on where requests may go."""
