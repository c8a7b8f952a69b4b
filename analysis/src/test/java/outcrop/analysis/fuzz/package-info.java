/// Random inputs for our own parsers.
package outcrop.analysis.fuzz;
