import tempfile, shutil, os
from pathlib import Path
with tempfile.TemporaryDirectory() as d:
    p=Path(d); (p/'a').mkdir(); (p/'a'/'f.txt').write_text('hi'); (p/'a'/'g.pyc').write_text('x'); shutil.copytree(p/'a',p/'b',ignore=shutil.ignore_patterns('*.pyc')); print(sorted(str(x.relative_to(p)) for x in p.rglob('*')))
    print(Path(shutil.copy(p/'a'/'f.txt',p)).name, os.path.basename(shutil.move(str(p/'f.txt'),str(p/'b'/'m.txt'))), sorted(os.listdir(p/'b'))); shutil.rmtree(p/'a'); print(os.listdir(d))
    try: shutil.copyfile(p/'b'/'m.txt',p/'b'/'m.txt')
    except shutil.SameFileError as e: print('same')
    with tempfile.NamedTemporaryFile('w+',suffix='.txt',dir=d) as f: f.write('abc'); f.seek(0); print(f.read(), f.name.endswith('.txt'), os.path.exists(f.name)); n=f.name
    print(os.path.exists(n)); fd,n=tempfile.mkstemp(dir=d); os.close(fd); print(os.path.exists(n))
    with tempfile.TemporaryFile() as t: t.write(b'xyz'); t.seek(0); print(t.read())
print(os.path.exists(d), tempfile.gettempprefix(), shutil.which('sh') is not None, shutil.which('nonexistent-cmd'), type(shutil.get_terminal_size()).__name__)
