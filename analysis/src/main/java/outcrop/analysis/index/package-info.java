/// Text search and the query language. The only package that sees Lucene.
@NullMarked
package outcrop.analysis.index;

import org.jspecify.annotations.NullMarked;
