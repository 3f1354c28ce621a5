from jobs import run

print "Python 2"
