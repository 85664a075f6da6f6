package org.percuta.skin.dosimetry;

/**
 * What a setting should achieve.
 *
 * @param density_cm2 mean punctures per cm²
 * @param layer to be reached
 * @param reached least share of the tips that gets there, 0 to 1
 */
public record SettingTarget(double density_cm2, Layer layer, double reached) {}
