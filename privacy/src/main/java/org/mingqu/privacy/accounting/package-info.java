/// How much the answers on a resource tell about one subject all together (articles 4 and 20 of the Measures).
///
/// Pure arithmetic on whole numbers; keeping it durable is the caller's. The door is
/// [org.mingqu.privacy.accounting.Loss] for one answer, [org.mingqu.privacy.accounting.Account] for all of
/// them, and [org.mingqu.privacy.accounting.Allowance] for what they may be.
@NullMarked
package org.mingqu.privacy.accounting;

import org.jspecify.annotations.NullMarked;
