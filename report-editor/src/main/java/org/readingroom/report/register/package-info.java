/// The register of every use of a machine's suggestions (clause D6), made of the signed reports; the ledger adds what
/// left no sentence. Start at [AiRegister].
@NullMarked
package org.readingroom.report.register;

import org.jspecify.annotations.NullMarked;
