package org.percuta.skin;

/** The numbers the healing model needs, in the order of its parameter array. */
public enum HealingParameter {
  DEBRIS_CLEARANCE("healing.debris-clearance"),
  ALARM_DECAY("healing.alarm-decay"),
  NEUTROPHIL_RECRUITMENT("healing.neutrophil-recruitment"),
  NEUTROPHIL_DEATH("healing.neutrophil-death"),
  INFLAMMATION_RELEASE("healing.inflammation-release"),
  INFLAMMATION_BY_NEUTROPHILS("healing.inflammation-by-neutrophils"),
  INFLAMMATION_FEEDBACK("healing.inflammation-feedback"),
  INFLAMMATION_DECAY("healing.inflammation-decay"),
  MACROPHAGE_RECRUITMENT("healing.macrophage-recruitment"),
  MACROPHAGE_DEATH("healing.macrophage-death"),
  GROWTH_FACTOR_TURNOVER("healing.growth-factor-turnover"),
  GROWTH_FACTOR_FEEDBACK("healing.growth-factor-feedback"),
  GROWTH_FACTOR_HALF_EFFECT("healing.growth-factor-half-effect"),
  CROWDING("healing.crowding"),
  FIBROBLAST_RECRUITMENT("healing.fibroblast-recruitment"),
  FIBROBLAST_LOSS("healing.fibroblast-loss"),
  MYOFIBROBLAST_DIFFERENTIATION("healing.myofibroblast-differentiation"),
  MYOFIBROBLAST_APOPTOSIS("healing.myofibroblast-apoptosis"),
  COLLAGENASE_TURNOVER("healing.collagenase-turnover"),
  COLLAGENASE_EFFECT("healing.collagenase-effect"),
  COLLAGEN_PRODUCTION("healing.collagen-production"),
  COLLAGEN_BY_FIBROBLASTS("healing.collagen-by-fibroblasts"),
  COLLAGEN_ASSEMBLY("healing.collagen-assembly"),
  COLLAGEN_MATURATION("healing.collagen-maturation"),
  COLLAGEN_TURNOVER("healing.collagen-turnover"),
  ELASTIN_PRODUCTION("healing.elastin-production"),
  ELASTIN_LOSS("healing.elastin-loss"),
  REDNESS_DECAY("healing.redness-decay"),
  REDNESS_BY_INFLAMMATION("healing.redness-by-inflammation"),
  BARRIER_RECOVERY_90("healing.barrier-recovery-90"),
  BARRIER_DEPTH_SLOPE("healing.barrier-depth-slope"),
  WOUND_ZONE_RADIUS("healing.wound-zone-radius"),
  REFERENCE_WOUND("healing.reference-wound"),
  AGE_SLOWING("healing.age-slowing"),
  AGE_REFERENCE("healing.age-reference"),
  PHOTOTYPE_BARRIER("healing.phototype-barrier"),
  PHOTOTYPE_REDNESS("healing.phototype-redness");

  private final String id;

  HealingParameter(String id) {
    this.id = id;
  }

  /** The id under {@code knowledge/parameters}. */
  public String id() {
    return id;
  }
}
