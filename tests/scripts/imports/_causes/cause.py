raise ImportError('the real cause')
