import logging, sys, io, time
logging.warning("root %s", "w"); logging.info("hidden")
log=logging.getLogger("app"); sub=logging.getLogger("app.db.conn"); mid=logging.getLogger("app.db")
print(log, sub, mid, sub.parent, mid.parent, log.parent, logging.getLogger(), sub.getEffectiveLevel())
s=io.StringIO(); h=logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(module)s|%(message)s|%(threadName)s|%(processName)s|%(taskName)s")); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate=False
def f():
    log.debug("dbg %d", 5); sub.info("child"); log.error("err", extra={'q':1}); log.log(35,"custom"); log.critical("crit %(a)s", {'a':1})
    try: 1/0
    except ZeroDivisionError: log.exception("exc")
    mid.warning("x", exc_info=ValueError("given")); log.info("with stack", stack_info=False)
f(); print(s.getvalue())
h.setLevel("ERROR"); s.truncate(0); s.seek(0); log.info("no"); log.error("yes"); print(s.getvalue(), h)
class F(logging.Filter):
    def filter(self,r): r.user='bob'; return 'secret' not in r.getMessage()
h.setLevel(0); h.addFilter(F()); h.setFormatter(logging.Formatter("{user}:{message}:{levelno:>4}",style='{')); s.truncate(0); s.seek(0); log.info("hi"); log.info("secret"); print(s.getvalue())
def t(f,*a,**k):
    try: print('ok',f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
t(logging.Formatter,"x"); t(logging.Formatter,"{x",style='{'); t(logging.Formatter,'a',style='q'); t(log.setLevel,'NOPE'); t(log.setLevel,1.5); t(logging.getLogger,5); t(log.info,"m",extra={'message':1}); t(log.log,'x','y'); t(logging.basicConfig, foo=1); t(logging.Formatter,"$x $",style='$')
print(logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(33)); logging.addLevelName(15,'TRACE'); print(logging.getLevelName(15), logging.getLevelNamesMapping())
a=logging.LoggerAdapter(log,{'k':'v'}); a.info("adapted"); print(a)
class CA(logging.LoggerAdapter):
    def process(self,m,k): return f"[{self.extra['id']}] {m}", k
CA(log,{'id':7}).warning("msg"); print(s.getvalue())
log.handlers.clear(); log.propagate=True
log.warning("to root"); logging.getLogger("noh").error("x")
logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(name)s %(message)s", datefmt="year", stream=sys.stdout, force=True)
logging.debug("configured"[:4]); logging.getLogger("asyncio").setLevel(logging.WARNING)
print(log.isEnabledFor(10), log.hasHandlers(), logging.root.handlers); logging.disable(logging.INFO); log.info("disabled"); log.warning("enabled"); logging.disable(logging.NOTSET)
n=logging.getLogger("lib"); n.addHandler(logging.NullHandler()); n.propagate=False; n.error("swallowed")
print(logging.getLogger("a.b").getChild("c").name, sorted(x.name for x in logging.getLogger("app").getChildren()))
logging.captureWarnings(True)
import warnings; warnings.warn("captured")
logging.captureWarnings(False)
r=logging.makeLogRecord({'msg':'hello %s','args':('w',),'levelname':'X','name':'n'}); print(r.getMessage(), logging.Formatter("%(name)s %(message)s").format(r))
class MyH(logging.Handler):
    def __init__(s): super().__init__(); s.r=[]
    def emit(s,rec): s.r.append(s.format(rec))
m=MyH(); q=logging.getLogger("q"); q.addHandler(m); q.setLevel(10); q.propagate=0; q.info("a%s",1); print(m.r, m)
print(logging.WARN, logging.FATAL, logging.lastResort, logging.raiseExceptions, logging.BASIC_FORMAT)
