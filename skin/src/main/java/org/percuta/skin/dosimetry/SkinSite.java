package org.percuta.skin.dosimetry;

import org.percuta.quantity.Range;

/**
 * The skin of one place of one person, by one method of measuring.
 *
 * @param method imaging method of both thicknesses, {@code ultrasound} or {@code histology}
 * @param epidermis_mm range of the thickness of the whole epidermis
 * @param dermis_mm range of the thickness of the dermis
 * @param corneumShare share of the epidermis that is stratum corneum
 * @param papillaryShare share of the dermis that is papillary
 * @param area_cm2 usual area treated
 */
public record SkinSite(
    String id,
    Sex sex,
    Method method,
    Range epidermis_mm,
    Range dermis_mm,
    double epidermisMean_mm,
    double dermisMean_mm,
    Range corneumShare,
    double corneumMean,
    Range papillaryShare,
    double papillaryMean,
    double area_cm2) {

  /** Never mixed within a site: ultrasound reads the epidermis two to four times as thick. */
  public enum Method {
    ULTRASOUND,
    HISTOLOGY
  }

  /** Mean full thickness, mm. */
  public double thickness_mm() {
    return epidermisMean_mm + dermisMean_mm;
  }

  Variable epidermis() {
    return variable(epidermisMean_mm, epidermis_mm);
  }

  Variable dermis() {
    return variable(dermisMean_mm, dermis_mm);
  }

  Variable corneum() {
    return variable(corneumMean, corneumShare);
  }

  Variable papillary() {
    return variable(papillaryMean, papillaryShare);
  }

  private static Variable variable(double mean, Range range) {
    return new Variable(mean, (range.high() - range.low()) / 4, range.low(), range.high());
  }
}
