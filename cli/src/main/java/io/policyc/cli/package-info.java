/**
 * The command {@code policyc}: arguments to calls of the libraries, and their results to text, JSON and exit codes. Thin:
 * whatever a Java program would want too lives in a library.
 */
@NullMarked
package io.policyc.cli;

import org.jspecify.annotations.NullMarked;
