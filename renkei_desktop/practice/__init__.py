"""The practice town: a fictional snowy town, drawn and peopled from a seed."""
