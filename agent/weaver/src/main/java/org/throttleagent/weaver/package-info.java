/**
 * The half of the weaver that runs inside a user's JVM: it splices patches, which the build made of advice, into target
 * classes.
 *
 * <p>It knows bytecode and nothing of advice. It computes no frames, asks no class loader, and adds no member to a class.
 */
@NullMarked
package org.throttleagent.weaver;

import org.jspecify.annotations.NullMarked;
