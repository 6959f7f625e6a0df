/** Expected texts in files, for tests of printers. */
@NullMarked
package io.policyc.golden;

import org.jspecify.annotations.NullMarked;
