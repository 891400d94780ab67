/** The field of a form that saves itself by which a save is known again after its answer was lost. */
export const saveKeyField = "saveKey";
