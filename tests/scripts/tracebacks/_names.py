thingumabob = 1
other = 2
