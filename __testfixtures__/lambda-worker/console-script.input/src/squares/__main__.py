from squares.cli import main

main()
