// The answer has been sent: what was kept of it in this browser has done its work.

import { Draft } from "./draft.js";

new Draft(document.querySelector('[data-eb="form-receipt"]').dataset.form).remove();
