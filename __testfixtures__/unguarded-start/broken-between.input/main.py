from middle import run

run()
