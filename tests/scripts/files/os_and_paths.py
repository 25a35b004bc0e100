import os, os.path, stat, sys
def t(f,*a,**k):
    try: print('ok',repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
p=os.path
for x in ("/a/b.txt","a","/","","a/b/","//x//y","~/q",".bashrc","a.tar.gz","/a/.b","..","a/../b/./c","///z","..."):
    print(x, p.split(x), p.basename(x), p.dirname(x), p.splitext(x), p.normpath(x), p.isabs(x), p.splitroot(x))
print(p.join("a","b","/c","d"), p.join("a/","b"), p.join("a",""), p.join("","x"), p.commonprefix(["/ab/c","/ab/d"]), p.commonpath(["/a/b/c","/a/b/d"]), p.relpath("/a/b/c","/a/d"), p.relpath("/a","/a"))
t(p.join,"a",5); t(p.exists,"/nonexistent"); t(p.getsize,"/nonexistent"); t(os.listdir,"/nonexistent"); t(os.remove,"/nonexistent"); t(os.stat, 5.5); t(os.fspath,5)
D=f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
F=D+'.fd'
os.system if hasattr(os,'system') else 0
def rm(d):
    for r,ds,fs in os.walk(d, topdown=False):
        for f in fs: os.remove(p.join(r,f))
        for x in ds: os.rmdir(p.join(r,x))
    os.rmdir(d)
if p.exists(D): rm(D)
os.makedirs(D+'/x/y');  os.makedirs(D+'/x/y',exist_ok=True); 
with open(D+'/f1','w') as f: f.write("hello")
print(sorted(os.listdir(D)), p.isfile(D+'/f1'), p.isdir(D), p.getsize(D+'/f1'), os.stat(D+'/f1').st_size, stat.filemode(os.stat(D+'/f1').st_mode)[:4], p.islink(D))
os.rename(D+'/f1',D+'/f2'); print(p.exists(D+'/f1'), sorted(e.name for e in os.scandir(D)), [(e.name,e.is_dir(),e.is_file()) for e in os.scandir(D) if e.is_file()])
os.symlink('f2',D+'/ln'); print(os.readlink(D+'/ln'), p.islink(D+'/ln'), p.realpath(D+'/ln')==D+'/f2', p.samefile(D+'/ln',D+'/f2'))
print([(r.replace(D,''),sorted(d),sorted(f)) for r,d,f in os.walk(D)]); 
rm(D); print(p.exists(D))
os.environ['OURO_T']='1'; print(os.environ['OURO_T'], os.getenv('OURO_T'), os.getenv('NOPE'), os.getenv('NOPE','d'), 'OURO_T' in os.environ, os.environ.get('zz')); del os.environ['OURO_T']; t(lambda: os.environ['OURO_T']); t(os.environ.__setitem__,'a',5)
print(type(os.getpid()), os.getcwd()==p.abspath('.'), p.abspath('x')==os.getcwd()+'/x', os.sep, os.linesep, os.name, os.cpu_count()>0, len(os.urandom(4)), os.pathsep)
fd=os.open(F,os.O_CREAT|os.O_WRONLY|os.O_TRUNC); print(os.write(fd,b'abc')); os.close(fd); t(os.close,fd); print(open(F).read())
r,w=os.pipe(); os.write(w,b'x'); print(os.read(r,5)); os.close(r); os.close(w)
with os.fdopen(os.open(F,os.O_RDONLY)) as f: print(f.read())
print(isinstance('x',os.PathLike)); class_=type('P',(),{'__fspath__':lambda s:'/tmp'}); print(isinstance(class_(),os.PathLike), p.exists(class_()), os.fspath(class_()))
os.remove(F)
