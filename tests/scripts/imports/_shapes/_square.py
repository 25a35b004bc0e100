def area(n): return n * n
package = __package__
