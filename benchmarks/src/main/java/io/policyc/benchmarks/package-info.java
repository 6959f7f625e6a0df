/** How long decisions take, and what they are measured on. Nothing else of the project uses it. */
@NullMarked
package io.policyc.benchmarks;

import org.jspecify.annotations.NullMarked;
