from pprint import *
import pprint as P, collections, types, dataclasses
d={'name':'x'*30,'list':list(range(40)),'nested':{'a':[1,2,{'b':('t',)*10}],'z':{1,2,3}},1:None} if 0 else {'name':'x'*30,'list':list(range(40)),'nested':{'a':[1,2,{'b':('t',)*10}],'z':{1,2,3}}}
pprint(d); pprint(d,width=40,compact=True); pprint(d,indent=4); pprint(d,depth=1); print(pformat([1,2]), pformat({'b':1,'a':2}), pformat({'b':1,'a':2},sort_dicts=False)); pp({'b':1,'a':2})
pprint("a long string that has many words in it and goes over the width of a line for sure, yes it does"); pprint(["a long string that has many words in it and goes over the width of a line for sure, yes it does\nsecond line"]); pprint(b'x'*100); pprint(tuple(range(50)),width=30); pprint(frozenset(range(30)))
l=[1]; l.append(l); print(pformat(l)[:14], isrecursive(l), isreadable([1]), isreadable(l), saferepr({'a':1}))
pprint(collections.OrderedDict((i,'v'*10) for i in range(8))); pprint(collections.Counter('abracadabra'*3),width=20); pprint(collections.defaultdict(int,{i:i for i in range(20)})); pprint(collections.deque(range(40),maxlen=40)); pprint(types.SimpleNamespace(a='x'*40,b='y'*40)); pprint(types.MappingProxyType({i:i for i in range(20)}))
@dataclasses.dataclass
class D: 
    a: str
    b: list
pprint(D('x'*40,list(range(20)))); pprint([D('a',[1]),D('b',[2])]); pprint({}); pprint([]); pprint(()); pprint(set()); pprint(12345678901,underscore_numbers=True); pprint(None); pprint([{'id':i,'name':f'user{i}','tags':['a','b']} for i in range(3)]); pprint((1,)); pprint({(1,2):'a'*70,'k':2}) if 0 else None
pprint([[1,2,3],[4,5,6],[7,8,9]],width=20); pprint({'key':{'inner':'v'*60,'other':[1,2,3]*8}})
PrettyPrinter(indent=2,width=30).pprint({'a':[1,2,3,4,5,6,7,8,9,10],'b':{'c':'ddddd'}})
