from statistics import *
def t(f,*a,**k):
    try: print('ok',repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
for d in ([1,2,3,4],[1.5,2.5,4],[0.1]*7+[3],[2,4],[5],[3,3,1,1,2],[1e10,1e-5,3.3],[]):
    for f in (mean,fmean,geometric_mean,harmonic_mean,median,median_low,median_high,median_grouped,mode,multimode,pstdev,pvariance,stdev,variance,quantiles): print(f.__name__, end=' '); t(f,d)
t(quantiles,[1,2,3,4,5],n=10,method='inclusive'); t(correlation,[1,2,3],[2,4,7]); t(covariance,[1,2,3],[2,4,7]); t(linear_regression,[1,2,3],[2,4,7]); t(mean,['a']); t(mode,['a','b','a']); t(fmean,[1,2],weights=[3,1]); t(harmonic_mean,[40,60],weights=[5,30]); t(correlation,[1,2,3],[3,1,2],method='ranked'); t(mean,[True,False,True]); t(mean,[float('inf'),1])
