from one import go

go()
