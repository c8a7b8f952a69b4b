/// Statements of a database's own test suite, answered from what our import gives.
package outcrop.analysis.conformance;
