# no-stress: it reads and writes long files
import io, sys
def t(f,*a,**k):
    try: print('ok',repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
import os
P = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
with open(P,'w') as f:
    print(f.mode, f.name == P, f.closed, f.writable(), f.readable(), f.write("héllo\nworld\n"), f.tell()); print("via print", 3, file=f); f.writelines(["a\n","b"])
    t(f.read); t(f.write,5)
print(f.closed); t(f.write,"x"); t(f.read)
with open(P) as f:
    print(repr(f.read(3)), repr(f.readline()), f.tell(), repr(f.read())); f.seek(0); print(f.readlines(), repr(f.readline()), repr(f.read())); f.seek(0); print([l for l in f]); t(f.write,"x")
    f.seek(0); print(next(f)); t(f.tell); f.seek(0,2); print(repr(f.readline())); t(f.seek,-1,1); t(f.seek,-5)
with open(P,'a') as f: f.write("appended\n"); print(f.tell())
print(open(P).read().count("\n"), len(open(P,'rb').read()))
with open(P,'rb') as f: print(str(f).replace(P,'P'), f.read(2), f.readline(), f.peek()[:3], f.tell(), f.seek(-3,2), f.read(), f.read(), isinstance(f,io.BufferedReader), str(f.raw).replace(P,'P'))
with open(P,'wb') as f: t(f.write,"s"); print(f.write(b"a\r\nb\rc\n"))
print(repr(open(P).read()), repr(open(P,newline='').read()), open(P,newline='').readlines(), open(P,newline='\r').readlines(), open(P).readlines(), open(P,'rb').readlines(), repr(open(P).read(3)))
with open(P,'r+') as f: f.write("ZZ"); f.seek(0); print(repr(f.read())); f.seek(1); f.truncate(); f.seek(0); print(repr(f.read()))
with open(P,'w+') as f: f.write("123"); f.seek(0); print(f.read(), f.read())
t(open,'/tmp/no/none.txt'); t(open,P,'q'); t(open,P,'rw'); t(open,P,'rbt'); t(open,P,'rb',encoding='utf8');  t(open,'/tmp'); t(open,5.5); t(open,P,buffering=0); t(open,'/nowhere/x/y/z','w'); t(open,P,''); t(open,P,5)
try: open(P,'x')
except FileExistsError as e: print(e.errno)
try: open('/tmp/no/none.txt')
except FileNotFoundError as e: print(e.errno, e.filename, e.strerror)
with open(P,'wb') as f: f.write(b'ab\xff\xfec')
t(open(P).read); print(repr(open(P,errors='replace').read()), repr(open(P,encoding='latin-1').read()), open(P,errors='surrogateescape').read().encode('utf8','surrogateescape'))
with open(P,'w',encoding='utf-16') as f: f.write("hi")
print(open(P,encoding='utf-16').read())
big="x"*10000+"\n"+"é"*9000+"\nend"
with open(P,'w') as f: f.write(big)
with open(P) as f: print([len(l) for l in f])
with open(P) as f:
    s=''
    while c:=f.read(777): s+=c
    print(s==big)
f=open(P,'w'); f.write("dropped"); del f; print(open(P).read())
g=open(P); print(isinstance(g,io.TextIOWrapper), isinstance(g,io.TextIOBase), isinstance(g,io.IOBase), isinstance(sys.stdout, io.TextIOWrapper), g.fileno()>2, g.isatty(), g.seekable(), g.line_buffering, g.errors, g.newlines); g.close(); g.close()
with open(P,'w') as f:
    for i in range(5): f.write(f"{i},{i*i}\n")
with open(P) as f: print({int(a): int(b) for a,b in (l.strip().split(',') for l in f)})
with open(P) as a, open(P+'2','w') as b:
    for l in a: b.write(l.upper())
print(open(P+'2').read().splitlines()[-1])
def follow(f):
    while True:
        l=f.readline()
        if not l: yield None
        else: yield l
w=open(P,'w'); r=open(P); r.seek(0,2); fl=follow(r); print(next(fl)); w.write("line1\n"); w.flush(); print(next(fl), next(fl)); w.write("line2\n"); w.flush(); print(next(fl))
with open(P,'x') if False else open(P,'w') as f: f.write('a\tb')
print(open(P).read())
import json
with open(P,'w') as f: json.dump({'a':[1,2]},f,indent=1)
with open(P) as f: print(json.load(f))
os.remove(P); os.remove(P+'2')
