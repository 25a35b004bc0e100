größe = 5
переменная = 6
名 = 7
print(größe + переменная + 名)
ﬁ = 1
print(fi)
class Ä:
    ö = "attribute"
print(Ä.ö, Ä.__name__)
