from quick import Quick

print(Quick().run(), Quick().step())
