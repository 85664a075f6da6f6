# Keeps of a Synthea bundle what screening can use, one entry a line, so that an example stays
# small: of observations the last three of each code, of immunizations the last three, of procedures the last hundred.
# jq -r -f slim.jq patient.json > example.json
def kept:
  ["Patient", "Condition", "MedicationRequest", "MedicationAdministration", "Medication",
   "AllergyIntolerance"];
def observed: ["29463-7", "72166-2", "82810-3"];
def slim:
  del(.meta, .text, .extension, .identifier, .encounter, .requester, .performer, .location,
      .category, .reasonReference, .reasonCode, .context, .telecom, .communication,
      .multipleBirthBoolean, .multipleBirthInteger, .maritalStatus, .address, .dosageInstruction,
      .issued, .report, .reported, .primarySource, .valueCodeableConcept.text?, .code.text?,
      .medicationCodeableConcept.text?);
. as $bundle
| ([observed[] as $code
    | [$bundle.entry[].resource | select(.code?.coding?[0].code == $code) | .id][-3:][]]
  + [$bundle.entry[].resource | select(.resourceType == "Immunization") | .id][-3:]
  + [$bundle.entry[].resource | select(.resourceType == "Procedure") | .id][-100:]) as $last
| [ .entry[]
    | select((.resource.resourceType | IN(kept[])) or (.resource.id | IN($last[])))
    | {fullUrl, resource: (.resource | slim)}
    | tojson ]
| "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n" + join(",\n") + "\n]}"
