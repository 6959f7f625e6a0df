/** A program that uses the library as a governance service would. */
@NullMarked
package io.policyc.samples;

import org.jspecify.annotations.NullMarked;
