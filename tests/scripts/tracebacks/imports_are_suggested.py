from _names import thingumabbob
