package org.percuta.skin.healing;

import org.percuta.skin.Spread;

/**
 * A course with its uncertainty. A model, to be shown as one; it overrules no limit.
 *
 * @param best the run with the best estimates
 * @param redness by hour for 14 days, 0 to 1
 * @param barrier by hour for 14 days, share of the surface closed
 * @param collagen by day, relative to baseline 1
 * @param rednessGone_h hours after the first session until redness is below a tenth, for good
 * @param barrierBack_h hours until nine tenths of the opening are closed
 * @param members of the ensemble
 */
public record Projection(
    HealingCourse course,
    HealingCurves best,
    Band redness,
    Band barrier,
    Band collagen,
    Spread rednessGone_h,
    Spread barrierBack_h,
    int members) {}
