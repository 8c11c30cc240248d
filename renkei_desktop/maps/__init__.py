"""Map sources, neutral drawings, the folium page, position rules."""
