# since 3.14
from datetime import *
import datetime as D, copy, json
def t(f,*a,**k):
    try: print('ok',repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
d=date(2024,2,29); dt=datetime(2024,2,29,13,5,9,123456); td=timedelta(days=1,hours=2,minutes=3,seconds=4,microseconds=5)
print(d,repr(d),dt,repr(dt),td,repr(td),str(-td),repr(-td),td.total_seconds(),d.weekday(),d.isoweekday(),d.isocalendar(),d.toordinal(),date.fromordinal(738000),d.strftime("%d/%m/%y %A %B %j %U %w %a %b %%"),dt.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %c %x %X %Z%z"),f"{dt:%H:%M}",f"{d}",d.ctime(),dt.ctime(),d.timetuple(),dt.timetuple().tm_yday)
print(d+timedelta(1),d-timedelta(days=60),date(2024,3,1)-d,dt+td,dt-td,dt-datetime(2024,1,1),d<date(2025,1,1),dt==datetime(2024,2,29,13,5,9,123456),max(d,date(2023,1,1)),d.replace(year=2023,day=1),dt.replace(hour=0),dt.date(),dt.time(),datetime.combine(d,time(1,2)),hash(d)==hash(date(2024,2,29)),{d:1}[date(2024,2,29)])
print(timedelta(weeks=1),timedelta(seconds=90),timedelta(milliseconds=1500),timedelta(days=-1),timedelta(hours=25),timedelta(0),timedelta(1.5),timedelta(seconds=0.1),timedelta(microseconds=0.5),td*2,td/2,td//2,td/td,td//timedelta(hours=1),td%timedelta(hours=1),divmod(td,timedelta(hours=1)),abs(-td),+td,bool(timedelta(0)),td*1.5,td/1.5,td>timedelta(1),sum([td,td],timedelta()),timedelta.max,timedelta.min,td.days,td.seconds,td.microseconds,2*td,-timedelta(seconds=1))
tz=timezone(timedelta(hours=3)); a=datetime(2024,1,1,12,tzinfo=tz); print(a,repr(a),a.astimezone(UTC),a.utcoffset(),a.tzname(),a.timestamp(),timezone.utc,repr(timezone.utc),repr(tz),str(tz),timezone(timedelta(hours=-5,minutes=-30),'X'),a==a.astimezone(UTC),a-datetime(2024,1,1,tzinfo=UTC),datetime.fromtimestamp(0,UTC),datetime.fromtimestamp(1e9+.5,tz),a.isoformat(),a.strftime('%z %Z'),hash(a)==hash(a.astimezone(UTC)),a.timetz(),a.utctimetuple().tm_hour)
for s in ("2024-01-02","20240102","2024-W01-3","2024-01-02T03:04:05","2024-01-02 03:04","2024-01-02T03:04:05.678","2024-01-02T03:04:05.678901+02:00","2024-01-02T03:04:05Z","20240102T030405","2024-1-2","x","2024-13-01","2024-01-02T","2024-01-02T25:00"): t(datetime.fromisoformat,s); t(date.fromisoformat,s)
for s in ("03:04","03:04:05.5","T03","03:04:05+01:00","3:4","0304"): t(time.fromisoformat,s)
for s,f in (("2024-02-29 13:05","%Y-%m-%d %H:%M"),("29 Feb 2024","%d %b %Y"),("Thursday, 29 February 2024","%A, %d %B %Y"),("02/29/24","%m/%d/%y"),("1:05 PM","%I:%M %p"),("2024-060","%Y-%j"),("12:00:01.5","%H:%M:%S.%f"),("2024 +0300","%Y %z"),("x","%Y"),("2024x","%Y"),("2024","%Q"),("2024-02-30","%Y-%m-%d"),("Thu Feb 29 13:05:09 2024","%c")): t(datetime.strptime,s,f)
t(date,2024,2,30); t(date,0,1,1); t(date,2024,13,1); t(date,2024); t(datetime,2024,1,1,24); t(datetime,2024,1,1,0,60); t(time,25); t(lambda: d==dt); t(lambda: dt<datetime.now(UTC)); t(lambda: dt-a); t(lambda: date.max+timedelta(1)); t(timedelta,'x'); t(timezone,5); t(timezone,timedelta(days=2)); t(datetime,2024,1,1,tzinfo=5); t(date,'a',1,1); t(date,2024.0,1,1); t(lambda: td==5); t(lambda: td/0)
x=time(13,5,9,5); print(x,repr(x),x.isoformat('minutes'),x<time(14),time(1,tzinfo=tz),repr(time(1)),x.strftime('%H-%M'),x.replace(hour=1),time.min,time.max,bool(time(0)),dt.isoformat(' ','seconds'),dt.isoformat(timespec='milliseconds'))
print(date.min,date.max,datetime.min,datetime.max,D.MINYEAR,D.MAXYEAR,date.fromisocalendar(2024,1,1),date(2020,12,31).isocalendar(),date(2021,1,1).isocalendar()[:],isinstance(dt,date),issubclass(datetime,date),copy.copy(dt),copy.deepcopy(td),copy.replace(d,day=1),type(datetime.now()-datetime.now()).__name__,date.today()==datetime.now().date(),datetime.now().tzinfo,D.UTC is timezone.utc)
for y in (1,4,100,1900,2000,2023,9999):
    for m in (1,2,3,12): q=date(y,m,28); assert date.fromordinal(q.toordinal())==q
print(datetime(2024,1,1).timestamp()==(datetime(2024,1,1)-datetime(1970,1,1)).total_seconds() or 'tz', datetime.fromtimestamp(0).year in (1969,1970), [str(date(2024,1,31)+timedelta(days=i)) for i in range(3)])
class E(tzinfo):
    def utcoffset(s,dt): return timedelta(hours=1)
    def dst(s,dt): return timedelta(0)
    def tzname(s,dt): return 'E'
e=datetime(2024,1,1,tzinfo=E()); print(e, e.tzname(), e.astimezone(UTC), datetime(2024,1,1,tzinfo=UTC).astimezone(E()))
