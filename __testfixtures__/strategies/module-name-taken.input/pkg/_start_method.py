START = "fork"
