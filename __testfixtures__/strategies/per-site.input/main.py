from shop.orders import main

if __name__ == "__main__":
    main()
