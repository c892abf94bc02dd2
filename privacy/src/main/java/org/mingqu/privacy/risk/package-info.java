/// How easily somebody in a data set about single subjects is found again, and how to make it harder (art. 20;
/// GB/T 37964-2019, GB/T 42460-2023).
///
/// The doors are [org.mingqu.privacy.risk.Classes] for who is alike, [org.mingqu.privacy.risk.Evaluation] for
/// the standard's risk, [org.mingqu.privacy.risk.SensitiveValues] for what a class gives away of a sensitive
/// value, [org.mingqu.privacy.risk.Generaliser] for the least loss at which a target is reached,
/// [org.mingqu.privacy.risk.Utility] for what that costs, and [org.mingqu.privacy.risk.RawValueIndex] for
/// columns of the vault that were copied into a result.
///
/// Pure: values are dense whole numbers; what they stand for is not known here.
@NullMarked
package org.mingqu.privacy.risk;

import org.jspecify.annotations.NullMarked;
