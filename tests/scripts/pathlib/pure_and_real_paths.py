# since 3.14
# Extensions of names, parts and relations of paths, and files.
from pathlib import *
import os, pathlib
def t(f,*a,**k):
    try: print('ok',repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
for s in ('/a/b.tar.gz','a/b','.','','/','..','a/./b//c/','.bashrc','a.','//x/y','a/..','x.y.z/'):
    p=PurePath(s); print(repr(p),str(p),p.parts,p.name,p.stem,p.suffix,p.suffixes,p.parent,p.root,p.anchor,p.is_absolute(),[str(x) for x in p.parents])
p=PurePosixPath('/a/b/c.txt'); print(p/'d'/'e', '/x'/p, 'q'/PurePath('z'), p/'/abs', p.joinpath('x','y'), p.with_name('n.py'), p.with_stem('s'), p.with_suffix('.md'), p.with_suffix(''), p.relative_to('/a'), p.is_relative_to('/a/b'), p.match('*.txt'), p.match('b/*.txt'), p.match('/a/*/*.txt'), p.match('*.py'), p.full_match('/a/**/*.txt') if hasattr(p,'full_match') else True, p.as_posix(), p.as_uri(), hash(p)==hash(PurePosixPath('/a/b/c.txt')), p==PurePath('/a/b/c.txt'), p<PurePath('/b'), sorted([PurePath('b'),PurePath('a')]), {p:1}[p], p.relative_to('/a/x',walk_up=True), os.fspath(p), p.parents[0], p.parents[-1], len(p.parents), p.parents, bytes(p))
t(p.relative_to,'/z'); t(p.with_suffix,'x'); t(PurePath('/').with_name,'x'); t(p.with_name,'a/b'); t(PurePath,5); t(lambda: p/5); t(PurePath('a').as_uri); t(p.match,''); t(lambda: p.parents[9])
D=Path(f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}")
def rm(d):
    for c in d.iterdir():
        rm(c) if c.is_dir() and not c.is_symlink() else c.unlink()
    d.rmdir()
if D.exists(): rm(D)
(D/'x'/'y').mkdir(parents=True); D.mkdir(exist_ok=True); f=D/'f.txt'; print(f.write_text('héllo\n'), f.read_text(), f.read_bytes(), f.write_bytes(b'ab'), f.exists(), f.is_file(), D.is_dir(), f.stat().st_size, (D/'no').exists(), (D/'no').is_file())
(D/'x'/'g.py').touch(); (D/'x'/'y'/'h.py').write_text('1'); print(sorted(x.name for x in D.iterdir()), sorted(str(x.relative_to(D)) for x in D.glob('*.txt')), sorted(str(x.relative_to(D)) for x in D.rglob('*.py')), sorted(str(x.relative_to(D)) for x in D.glob('**/*')), sorted(str(x.relative_to(D)) for x in D.glob('x/*')), sorted(str(x.relative_to(D)) for x in D.glob('*/*/h.py')), [str(x.relative_to(D)) for x in D.glob('f.txt')], sorted(str(x.relative_to(D)) for x in D.rglob('y')))
with f.open('a') as fh: fh.write('c')
with open(f) as fh: print(fh.read())
g=f.rename(D/'g.txt'); print(g.name, f.exists()); t(lambda: str(f.unlink())[:0]) if 0 else None; f.unlink(missing_ok=True); (D/'ln').symlink_to('g.txt'); print((D/'ln').is_symlink(), (D/'ln').readlink(), (D/'ln').resolve()==g, (D/'ln').samefile(g))
print([(r.name.replace(D.name,'D'),sorted(d),sorted(fs)) for r,d,fs in sorted(D.walk())], Path.cwd()==Path(os.getcwd()), Path('a').absolute()==Path.cwd()/'a', repr(Path('a')), isinstance(Path('a'),PurePosixPath), isinstance(Path('a'),os.PathLike), Path('a/b').resolve()==Path.cwd()/'a/b')
try: Path('/nonexistent/q').read_text()
except FileNotFoundError as e: print(e)
rm(D); print(D.exists())
