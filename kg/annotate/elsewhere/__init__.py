"""What a review says of other films: their titles, and who made them and plays in them, by fitted weights."""
