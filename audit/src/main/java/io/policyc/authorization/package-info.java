/**
 * What an account says of its users, groups, roles and policies (GetAccountAuthorizationDetails), and what follows from it,
 * such as who holds administrator access. Credentials do not belong here.
 */
@NullMarked
package io.policyc.authorization;

import org.jspecify.annotations.NullMarked;
