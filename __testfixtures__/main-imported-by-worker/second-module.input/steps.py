def step(number):
    import tool

    return tool.PREFIX + str(number)
